/** Stands in for `react/jsx-runtime`, which Grafana 12.2 does not share, in bundled packages that were compiled for it. */
import { createElement, Fragment, type JSX } from 'react';

const jsx: (type: Parameters<typeof createElement>[0], props: Record<string, unknown>, key?: string) => JSX.Element = (
  type,
  { children, ...props },
  key
) =>
  createElement(
    type,
    key === undefined ? props : { ...props, key },
    ...(Array.isArray(children) ? children : [children])
  );

export { Fragment, jsx, jsx as jsxs };
