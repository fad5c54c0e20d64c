import React from 'react';
import type { QueryEditorHelpProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Card, Stack, Text } from '@grafana/ui';
import { describeQuery } from '../describeQuery';
import { examples } from '../examples';
import type { PolicyQuery } from '../query';

/** Questions to click, and what holds for all of them. */
export function QueryHelp({ query, onClickExample }: QueryEditorHelpProps<PolicyQuery>) {
  return (
    <Stack direction="column" gap={2}>
      <Text element="h4">{t('help.title', 'Questions to the ledger')}</Text>
      <Text color="secondary">
        {t(
          'help.as-of',
          'Every judgement holds at the end of the time range: move it back to see what stood then. An empty field means all; a field can hold dashboard variables.'
        )}
      </Text>
      <Stack direction="column" gap={1}>
        {examples().map((example) => (
          <Card
            key={example.question}
            noMargin
            isCompact
            onClick={() => onClickExample({ ...example.query, refId: query?.refId ?? 'A' })}
          >
            <Card.Heading>{example.question}</Card.Heading>
            <Card.Description>{describeQuery({ ...example.query, refId: 'A' }, (_, id) => id)}</Card.Description>
          </Card>
        ))}
      </Stack>
      <Text color="secondary">
        {t(
          'help.filters',
          'Filters of the dashboard narrow every panel; a panel that cannot be narrowed by one of them says so. Alert rules know neither variables nor filters.'
        )}
      </Text>
    </Stack>
  );
}
