import type { InterpolateFunction } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';
import React, { useState } from 'react';
import { ActionDialog } from '../../dashboard/ActionDialog';
import { eachOnce, type RowAction, rowActions } from '../../dashboard/rowActions';
import type { Risk } from '../data/risks';

/** The actions that a list offers for a risk, and the dialog of the chosen one. */
export function useActions(replaceVariables: InterpolateFunction) {
  const mayAct = usePanelContext().canExecuteActions?.() ?? false;
  const [chosen, setChosen] = useState<RowAction | null>(null);
  return {
    actionsOf: ({ frame, row }: Risk) => (mayAct ? eachOnce(rowActions(frame, row)) : []),
    onAction: setChosen,
    dialog: chosen && (
      <ActionDialog chosen={chosen} replaceVariables={replaceVariables} onClose={() => setChosen(null)} />
    ),
  };
}
