import { css } from '@emotion/css';
import React, { type ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface SectionProps {
  title: string;
  note?: string;
  /** One sentence that stands in the place of the content. */
  error?: string;
  children: ReactNode;
}

/** A titled part of the page. */
export function Section({ title, note, error, children }: SectionProps) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
      </div>
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : (
        children
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(1.5, 2),
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    marginBottom: theme.spacing(1),
  }),
  title: css({ ...theme.typography.h5, margin: 0 }),
  note: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  error: css({ color: theme.colors.error.text, margin: 0 }),
});
