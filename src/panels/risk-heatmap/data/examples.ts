/** Examples for tests: the default grid, and a risk with a current score. */
import { toDataFrame } from '@grafana/data';
import { readGridText } from './grid';
import type { RawScore, Risk } from './risks';

export const grid = readGridText({
  rows: '00112,01122,11223,12234,22344',
  likelihoodWords: 'Very low,Low,Medium,High,Very high',
  impactWords: '',
  levelWords: '',
}).grid!;

const frame = toDataFrame({ fields: [] });

export function risk(likelihood: RawScore, impact: RawScore, more: Partial<Risk> = {}): Risk {
  return {
    key: `${likelihood}/${impact}/${more.title ?? ''}`,
    id: '',
    title: 'A risk',
    category: 'execution',
    categoryName: 'Execution',
    unit: '',
    department: '',
    owner: '',
    status: '',
    trend: '',
    asOf: '2026-10-31',
    appetite: null,
    nextReview: '',
    reviewOverdue: 0,
    mitigation: '',
    mitigationDue: '',
    mitigationOverdue: 0,
    frame,
    row: 0,
    ...more,
    scores: { current: { likelihood, impact }, ...more.scores },
  };
}
