/** Dashboard variables that a click in a panel sets, so that the other panels show only what was clicked. */
import { locationService } from '@grafana/runtime';

/** `indicator`, `$indicator`, `${indicator}` and `var-indicator` mean the same; '' means none. */
export const variableName = (written: string) =>
  written
    .trim()
    .replace(/^[$]?[{]?|[}]$/g, '')
    .replace(/^var-/, '');

/** Sets variables by their names, in the address as Grafana does; null takes one out of it. */
export function setVariables(values: Record<string, string | null>): void {
  const query = Object.entries(values).map(([name, value]) => [`var-${name}`, value]);
  locationService.partial(Object.fromEntries(query), true);
}
