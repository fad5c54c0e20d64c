/** Sets what @grafana/runtime shows for `PluginPage` and `PanelDataErrorView`: the frames around plugins. */
import React, { useEffect } from 'react';
import { css } from '@emotion/css';
import { type GrafanaTheme2, PageLayoutType } from '@grafana/data';
import type { PanelDataErrorViewProps, PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { setPanelDataErrorView } from 'grafana-runtime/PanelDataErrorView';
import { setPluginPage } from 'grafana-runtime/PluginPage';
import { useLocation } from 'react-router';
import { NothingToShow } from '../panels/NothingToShow';
import { pageTitle } from '../shell/pages';

export function setPluginFrames() {
  setPluginPage(PageFrame);
  setPanelDataErrorView(ErrorFrame);
}

/** A page of its own layout brings its own heading. */
function PageFrame({ layout, pageNav, renderTitle, subTitle, info, actions, children }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const title = pageNav?.text ?? pageTitle(pathname);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <article className={styles.page}>
      {layout !== PageLayoutType.Custom && (
        <header className={styles.head}>
          {renderTitle ? renderTitle(title) : <h1 className={styles.title}>{title}</h1>}
          {info?.map(({ label, value }) => (
            <span key={label}>
              {label}: {value}
            </span>
          ))}
          {actions}
        </header>
      )}
      {(subTitle ?? pageNav?.subTitle) && <div className={styles.sub}>{subTitle ?? pageNav?.subTitle}</div>}
      {children}
    </article>
  );
}

const ErrorFrame = ({ message }: PanelDataErrorViewProps) =>
  message ? <p role="status">{message}</p> : <NothingToShow />;

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(1),
  }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  sub: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(2) }),
});
