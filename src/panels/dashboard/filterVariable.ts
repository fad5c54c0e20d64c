/** Dashboard variables that a click in a panel sets, so that the other panels show only what was clicked. */
import { getTemplateSrv, locationService } from '@grafana/runtime';

/** `indicator`, `$indicator`, `${indicator}` and `var-indicator` mean the same; '' means none. */
export const variableName = (written: string) =>
  written
    .trim()
    .replace(/^[$]?[{]?|[}]$/g, '')
    .replace(/^var-/, '');

/**
 * Sets variables in the page's address, as Grafana does.
 *
 * @param values by the name of the variable, as the options write it; '' is none; null lets the variable stand for
 * everything again: All where it offers that, else nothing
 */
export function setVariables(values: Record<string, string | null>): void {
  const named = Object.entries(values).flatMap(([written, value]): Array<[string, string]> => {
    const name = variableName(written);
    return name === '' ? [] : [[`var-${name}`, value ?? everything(name)]];
  });
  if (named.length > 0) {
    locationService.partial(Object.fromEntries(named), true);
  }
}

function everything(name: string): string {
  const variable = getTemplateSrv()
    .getVariables()
    .find((each) => each.name === name);
  return variable && 'includeAll' in variable && variable.includeAll ? '$__all' : '';
}
