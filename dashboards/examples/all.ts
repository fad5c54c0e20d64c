import path from 'node:path';
import type { Dashboard } from '@grafana/schema';
import { type Language, LANGUAGES } from '../language';
import { limits } from './limits';
import { quarterlyTargets } from './quarterlyTargets';
import { riskRegister } from './riskRegister';
import { serviceByMonth } from './serviceByMonth';
import { trajectories } from './trajectories';
import { whatMoved } from './whatMoved';

const MAKERS: Record<string, (language: Language) => Dashboard> = {
  'gauge-quarterly-targets': quarterlyTargets,
  'gauge-limits': limits,
  'gauge-trajectories': trajectories,
  'heatmap-risk-register': riskRegister,
  'heatmap-what-moved': whatMoved,
  'heatmap-service-by-month': serviceByMonth,
};

/** Every example in every language, with the file below `dashboards/examples/json` it is kept in. */
export function allExamples(): Array<{ path: string; language: Language; dashboard: Dashboard }> {
  return LANGUAGES.flatMap((language) =>
    Object.entries(MAKERS).map(([name, make]) => ({
      path: path.posix.join(language, `${name}.json`),
      language,
      dashboard: make(language),
    }))
  );
}
