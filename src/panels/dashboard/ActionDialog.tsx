import React, { useState } from 'react';
import { AppEvents, type InterpolateFunction } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getAppEvents } from '@grafana/runtime';
import { Button, Field, Input, Modal } from '@grafana/ui';
import { type RowAction, runAction } from './rowActions';

interface ActionDialogProps {
  chosen: RowAction;
  replaceVariables: InterpolateFunction;
  onClose: () => void;
}

/** React escapes what it draws; escaping a second time would show `&amp;`. */
const asItIs = { interpolation: { escapeValue: false } };

/** Asks before an action runs, and for what it wants to know; says how it ended. */
export function ActionDialog({ chosen, replaceVariables, onClose }: ActionDialogProps) {
  const { action, scopedVars } = chosen;
  const [inputs, setInputs] = useState<Record<string, string>>({});
  const [isRunning, setIsRunning] = useState(false);
  const named = { action: action.title, ...asItIs };
  const run = async () => {
    setIsRunning(true);
    const [event, sentence] = await runAction(chosen, replaceVariables, inputs).then(
      () => [AppEvents.alertSuccess, t('action.done', '“{{action}}” is done.', named)] as const,
      (error: unknown) => [AppEvents.alertError, failure(action.title, error)] as const
    );
    getAppEvents().publish({ type: event.name, payload: [sentence] });
    onClose();
  };
  const question = action.confirmation && replaceVariables(action.confirmation, scopedVars);
  return (
    <Modal title={action.title} isOpen onDismiss={onClose}>
      <p>{question || t('action.confirm', 'Run “{{action}}” now?', named)}</p>
      {action.variables?.map(({ key, name }) => (
        <Field key={key} label={name || key}>
          <Input
            id={`action-${key}`}
            value={inputs[key] ?? ''}
            onChange={(event) => setInputs({ ...inputs, [key]: event.currentTarget.value })}
          />
        </Field>
      ))}
      <Modal.ButtonRow>
        <Button variant="secondary" fill="outline" onClick={onClose}>
          {t('action.cancel', 'Cancel')}
        </Button>
        <Button onClick={run} disabled={isRunning}>
          {t('action.run', 'Run')}
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}

interface Failure {
  statusText?: string;
  message?: string;
  data?: { message?: string };
}

function failure(action: string, error: unknown): string {
  const { data, message, statusText } = (error ?? {}) as Failure;
  const reason = (data?.message ?? message ?? statusText ?? '?').replace(/[.。\s]+$/, '');
  return t('action.failed', '“{{action}}” failed ({{reason}}): check the address and the permissions of the action.', {
    action,
    reason,
    ...asItIs,
  });
}
