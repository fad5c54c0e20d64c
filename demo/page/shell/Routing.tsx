/** Joins the routes of React Router to @grafana/runtime's location service, as Grafana does. */
import React, { useEffect, useLayoutEffect, useState } from 'react';
import { locationService } from '@grafana/runtime';
import { type Location, type NavigationType, type Navigator, Router } from 'react-router';

const navigator: Navigator = {
  createHref: (to) => locationService.getHistory().createHref(typeof to === 'string' ? { pathname: to } : to),
  go: (delta) => locationService.getHistory().go(delta),
  push: (to, state) => locationService.getHistory().push(to as string, state),
  replace: (to, state) => locationService.getHistory().replace(to as string, state),
};

export function Routing({ children }: { children: React.ReactNode }) {
  const history = locationService.getHistory();
  const [{ location, action }, setPlace] = useState({ location: history.location, action: history.action });
  // Before the effects of what is inside: the first page's redirect is one of them.
  useLayoutEffect(() => history.listen((next: Location, how: string) => setPlace({ location: next, action: how })), [history]);
  useEffect(() => {
    document.addEventListener('click', followInPage);
    return () => document.removeEventListener('click', followInPage);
  }, []);
  return (
    <Router location={{ state: null, key: 'default', ...location }} navigationType={action as NavigationType} navigator={navigator}>
      {children}
    </Router>
  );
}

/** Links within the demo change the page's address instead of loading it anew. */
function followInPage(event: MouseEvent) {
  const anchor = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
  const withKey = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!anchor || withKey || event.defaultPrevented || (anchor.target && anchor.target !== '_self')) {
    return;
  }
  const { origin, pathname, search, hash } = new URL(anchor.href);
  if (origin === window.location.origin && !pathname.startsWith('/public/') && !anchor.hasAttribute('download')) {
    event.preventDefault();
    locationService.push(pathname + search + hash);
  }
}
