import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { examples } from '../examples';
import { fitToKind } from '../fitToKind';
import { isComplete } from '../isComplete';
import { KINDS, type PolicyQuery } from '../query';
import { ledger } from '../testing';
import { QueryHelp } from './QueryHelp';

test('a question that is clicked becomes the query', async () => {
  const clicked = jest.fn();
  const query: PolicyQuery = { refId: 'B', kind: 'attention' };
  render(<QueryHelp datasource={ledger()} query={query} onClickExample={clicked} />);
  await userEvent.click(screen.getByRole('button', { name: 'Which departments are late?' }));
  expect(clicked).toHaveBeenCalledWith({
    refId: 'B',
    schemaVersion: 1,
    kind: 'tasks',
    view: 'summary',
    groupBy: 'department',
    format: 'table',
    scope: {},
  });
});

test('each question says what its answer holds', () => {
  render(<QueryHelp datasource={ledger()} query={{ refId: 'A', kind: 'attention' }} onClickExample={() => {}} />);
  expect(
    screen.getByText(
      'Tasks in the whole jurisdiction, only Overdue, as of the end of the time range: one row per task.'
    )
  ).toBeInTheDocument();
});

test('every kind has a question, and every question can be asked as it stands', () => {
  expect(new Set(examples().map(({ query }) => query.kind))).toEqual(new Set(KINDS));
  for (const { query } of examples()) {
    const whole = { ...query, refId: 'A' };
    expect(isComplete(whole)).toBe(true);
    expect(fitToKind(whole)).toMatchObject(whole);
  }
});
