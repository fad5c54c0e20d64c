/** What stands around every page: where we are, that this is a demo, language, theme, navigation. */
import React from 'react';
import { css } from '@emotion/css';
import type { EventBus, GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { type Boot, type Choice, choose, type Language, type Theme } from '../boot';
import { Navigation } from './Navigation';
import { Notices } from './Notices';
import { placeIn } from './pages';

interface ShellProps {
  boot: Boot;
  choice: Choice;
  events: EventBus;
  children: React.ReactNode;
}

export function Shell({ boot, choice, events, children }: ShellProps) {
  const styles = useStyles2(getStyles);
  const here = () => window.location.pathname + window.location.search;
  return (
    <div className={styles.all}>
      <div className={styles.top}>
        <a href="/" className={styles.name}>
          <img src="/public/plugins/shigan-policy-app/img/logo.svg" alt="" width={24} height={24} />
          {t('demo.name', 'Shigan')}
        </a>
        <p className={styles.demo} role="note">
          <strong>{t('demo.not-grafana', 'Demo, not Grafana')}</strong>{' '}
          <span className={styles.lacks}>
            {boot.sample ? (
              <Trans i18nKey="demo.lacks-sample">
                Invented sample ledger. Alerts, users and permissions, editing and exploring exist only in Grafana.
              </Trans>
            ) : (
              <Trans i18nKey="demo.lacks-own">
                Your own ledger. Alerts, users and permissions, editing and exploring exist only in Grafana.
              </Trans>
            )}
          </span>
        </p>
        <RadioButtonGroup<Language>
          aria-label={t('demo.language', 'Language')}
          size="sm"
          value={choice.language}
          options={[
            { value: 'zh-Hans', label: '中文' },
            { value: 'en-US', label: 'English' },
          ]}
          onChange={(language) => choose({ ...choice, language }, placeIn(language, here(), boot))}
        />
        <RadioButtonGroup<Theme>
          aria-label={t('demo.theme', 'Theme')}
          size="sm"
          value={choice.theme}
          options={[
            { value: 'dark', label: t('demo.dark', 'Dark') },
            { value: 'light', label: t('demo.light', 'Light') },
          ]}
          onChange={(theme) => choose({ ...choice, theme })}
        />
      </div>
      <div className={styles.below}>
        <Navigation boot={boot} choice={choice} />
        <main className={styles.main}>{children}</main>
      </div>
      <Notices events={events} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ display: 'flex', flexDirection: 'column', minHeight: '100vh', background: theme.colors.background.canvas }),
  top: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  name: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), fontWeight: theme.typography.fontWeightMedium }),
  demo: css({ flex: 1, minWidth: 200, margin: 0, color: theme.colors.text.primary }),
  lacks: css({ color: theme.colors.text.secondary }),
  below: css({ display: 'flex', flex: 1, minWidth: 0, [theme.breakpoints.down('md')]: { flexDirection: 'column' } }),
  main: css({ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, padding: theme.spacing(2) }),
});
