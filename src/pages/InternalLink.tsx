import { css, cx } from '@emotion/css';
import React, { type AnchorHTMLAttributes } from 'react';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface InternalLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path of Grafana's, without the prefix that Grafana may be served below. */
  href: string;
  /** A link that looks like the text around it until it is pointed at. */
  quiet?: boolean;
}

/** A link to somewhere else in Grafana, wherever that is served. */
export function InternalLink({ href, quiet = false, className, children, ...rest }: InternalLinkProps) {
  const styles = useStyles2(getStyles);
  return (
    <a {...rest} href={locationUtil.assureBaseUrl(href)} className={cx(quiet ? styles.quiet : styles.link, className)}>
      {children}
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const pointedAt = { color: theme.colors.text.link, textDecoration: 'underline' };
  return {
    link: css({ color: theme.colors.text.link, '&:hover, &:focus-visible': pointedAt }),
    quiet: css({ color: 'inherit', '&:hover, &:focus-visible': pointedAt }),
  };
};
