import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ClipboardButton, useStyles2 } from '@grafana/ui';

/** A command that is run elsewhere: shown whole, copied by a button. */
export function Command({ text, label }: { text: string; label: string }) {
  const styles = useStyles2(getStyles);
  return (
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
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start', marginTop: theme.spacing(0.5) }),
  text: css({
    flex: 1,
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
