/** The alert rules as they are provisioned (`provisioning/alerting/*.yaml`): what they ask, and when they fire. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const FOLDER = path.resolve(__dirname, '..', 'provisioning', 'alerting');

/** One file of Grafana's provisioning; aliases and merge keys are resolved, as Grafana resolves them. */
export const readYaml = (file: string) => parse(fs.readFileSync(file, 'utf8'), { merge: true });

export interface Rule {
  uid: string;
  title: string;
  /** The structured query of the ledger, as the data source gets it. */
  query: Record<string, unknown>;
  /** Whether a number is beyond the rule's threshold. */
  fires: (measured: number) => boolean;
  /** Whole days for which the number must have been beyond it before; 0: at once, on the same day. */
  forDays: number;
  /** Whole days for which the alert stays after the number is back. */
  keepDays: number;
  /** Name of the label that a message is addressed to, or the addressee itself. */
  addressee: { label?: string; name: string };
  topic: string;
}

/**
 * Every rule of the files `rules-*.yaml`, in the order of the files' names.
 *
 * @throws Error with one sentence: no rules there, or one that is not a query of the ledger and a threshold on it
 */
export function readRules(folder = FOLDER): Rule[] {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /^rules.*\.ya?ml$/.test(name)) : [];
  const rules = files
    .sort()
    .flatMap((name) => (readYaml(path.join(folder, name)).groups ?? []) as Array<{ rules: any[] }>)
    .flatMap((group) => group.rules.map(ruleOf));
  if (rules.length === 0) {
    throw new Error(`There are no alert rules in ${folder}: name the folder that holds rules-*.yaml.`);
  }
  return rules;
}

function ruleOf(written: any): Rule {
  const threshold = written.data.find((part: any) => part.refId === written.condition)?.model;
  const asked = written.data.find((part: any) => part.refId === threshold?.expression);
  const evaluator = threshold?.conditions?.[0]?.evaluator;
  if (threshold?.type !== 'threshold' || !asked || asked.datasourceUid === '__expr__' || !evaluator) {
    throw new Error(
      `The rule ${written.uid} is no query of the ledger with a threshold on it: leave it out, or make it so.`
    );
  }
  const addressee = String(written.labels?.addressee ?? '');
  return {
    uid: written.uid,
    title: written.title,
    query: asked.model,
    fires: comparisonOf(evaluator.type, evaluator.params, written.uid),
    forDays: wholeDays(written.for),
    keepDays: wholeDays(written.keepFiringFor),
    addressee: { label: /^\{\{ \$\$labels\.(\w+) \}\}$/.exec(addressee)?.[1], name: addressee },
    topic: written.labels?.topic ?? '',
  };
}

/** Grafana's comparisons of a threshold; ranges exclude their ends unless they say so. */
function comparisonOf(type: string, [low, high]: number[], uid: string): Rule['fires'] {
  switch (type) {
    case 'gt':
      return (value) => value > low;
    case 'gte':
      return (value) => value >= low;
    case 'lt':
      return (value) => value < low;
    case 'lte':
      return (value) => value <= low;
    case 'eq':
      return (value) => value === low;
    case 'ne':
      return (value) => value !== low;
    case 'within_range':
      return (value) => value > low && value < high;
    case 'within_range_included':
      return (value) => value >= low && value <= high;
    case 'outside_range':
      return (value) => value < low || value > high;
    case 'outside_range_included':
      return (value) => value <= low || value >= high;
    default:
      throw new Error(
        `The rule ${uid} compares by ${type}, which the preview does not know: use gt, lt, eq or a range.`
      );
  }
}

const SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** Whole days in a duration such as `5m`, `36h` or `1d12h`: verdicts change by the day. */
export function wholeDays(duration: string | undefined): number {
  const parts = [...(duration ?? '').matchAll(/(\d+)(ms|[smhdwy])/g)];
  return Math.floor(parts.reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit], 0) / SECONDS.d);
}
