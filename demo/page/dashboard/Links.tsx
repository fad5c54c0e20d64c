/** Links of a dashboard and of a panel, with the variables and the time range that they carry on. */
import React from 'react';
import { locationUtil, textUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getTemplateSrv } from '@grafana/runtime';
import { Dropdown, LinkButton, Menu, ToolbarButton, Tooltip } from '@grafana/ui';
import type { Link } from './model';

/** The link's address as it is at this moment. */
function addressOf({ url = '', includeVars, keepTime }: Link): string {
  const written = getTemplateSrv().replace(url, {});
  const [path, search = ''] = written.split('?');
  const carried = [
    search,
    includeVars ? locationUtil.getVariablesUrlParams() : '',
    keepTime ? locationUtil.getTimeRangeUrlParams() : '',
  ];
  const params = carried.filter(Boolean).join('&');
  return textUtil.sanitizeUrl(params ? `${path}?${params}` : path);
}

const follow = (link: Link) => () => {
  const address = addressOf(link);
  if (link.targetBlank) {
    window.open(address, '_blank', 'noopener');
  } else {
    // A click on a real link: the page's one listener takes it from here.
    const anchor = document.createElement('a');
    anchor.href = address;
    document.body.appendChild(anchor);
    anchor.click();
    anchor.remove();
  }
};

export function DashboardLinks({ links }: { links: Link[] }) {
  const menu = (
    <Menu>
      {links.map((link) => (
        <Menu.Item key={link.title} label={link.title} onClick={follow(link)} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <ToolbarButton icon="link" variant="canvas" aria-label={t('demo.links', 'Links of this dashboard')} />
    </Dropdown>
  );
}

export function PanelLinks({ links }: { links: Link[] }) {
  return (
    <>
      {links.map((link) => (
        <Tooltip key={link.title} content={link.tooltip || link.title}>
          <LinkButton
            href="#"
            fill="text"
            size="sm"
            variant="secondary"
            icon="external-link-alt"
            aria-label={link.title}
            onClick={(event) => {
              event.preventDefault();
              event.stopPropagation();
              follow(link)();
            }}
          />
        </Tooltip>
      ))}
    </>
  );
}
