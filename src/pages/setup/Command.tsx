import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ClipboardButton, useStyles2 } from '@grafana/ui';

/** A command that is run elsewhere: what it is for, the whole of it, and a button that copies it. */
export function Command({ text, label }: { text: string; label: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.command}>
      <div aria-hidden className={styles.label}>
        {label}
      </div>
      <div className={styles.line}>
        <pre className={styles.text} aria-label={label}>
          {text}
        </pre>
        <ClipboardButton
          variant="secondary"
          size="sm"
          icon="copy"
          getText={() => text}
          aria-label={t('setup.copy', 'Copy: {{what}}', { what: label })}
        />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  command: css({ marginTop: theme.spacing(1) }),
  label: css({ fontSize: theme.typography.bodySmall.fontSize }),
  line: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start', marginTop: theme.spacing(0.5) }),
  text: css({
    flex: 1,
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
