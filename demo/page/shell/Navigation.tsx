/** The bar at the left: the app's pages, the dashboards in the reader's language. */
import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router';
import type { Boot, Choice } from '../boot';
import { pagesOf } from './pages';

export function Navigation({ boot, choice }: { boot: Boot; choice: Choice }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const dashboards = boot.dashboards.filter(({ language }) => language === choice.language);
  const entry = (path: string, title: string, href = path) => {
    const here = pathname.startsWith(path);
    return (
      <li key={path}>
        <a href={href} className={cx(styles.link, here && styles.here)} aria-current={here ? 'page' : undefined}>
          {title}
        </a>
      </li>
    );
  };
  return (
    <nav className={styles.bar} aria-label={t('demo.navigation', 'Pages')}>
      <h2 className={styles.heading}>{t('demo.app', 'App')}</h2>
      <ul className={styles.list}>{pagesOf(boot).map(({ path, href, title }) => entry(path, title(), href))}</ul>
      <h2 className={styles.heading}>{t('demo.dashboards', 'Dashboards')}</h2>
      <ul className={styles.list}>{dashboards.filter(({ example }) => !example).map(({ uid, title }) => entry(`/d/${uid}`, title))}</ul>
      <h2 className={styles.heading}>{t('demo.examples', 'Panels with other data')}</h2>
      <ul className={styles.list}>{dashboards.filter(({ example }) => example).map(({ uid, title }) => entry(`/d/${uid}`, title))}</ul>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    flex: 'none',
    width: 200,
    padding: theme.spacing(2, 1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('md')]: { width: '100%', padding: theme.spacing(1), borderRight: 'none' },
  }),
  heading: css({
    ...theme.typography.bodySmall,
    color: theme.colors.text.secondary,
    margin: theme.spacing(1, 1, 0.5),
    [theme.breakpoints.down('md')]: { display: 'none' },
  }),
  list: css({
    listStyle: 'none',
    marginBottom: theme.spacing(2),
    [theme.breakpoints.down('md')]: { display: 'flex', flexWrap: 'wrap', marginBottom: 0 },
  }),
  link: css({
    display: 'block',
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.primary,
    '&:hover': { background: theme.colors.action.hover },
  }),
  here: css({ background: theme.colors.action.selected, fontWeight: theme.typography.fontWeightMedium }),
});
