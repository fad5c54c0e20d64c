/** What a click or Enter on a gauge offers: the dashboard's filter, data links, actions. */
import { useEffect, useMemo, useState } from 'react';
import type { InterpolateFunction, LinkModel } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { sayOf } from '../data/arrange';
import { setVariables, variableName } from '../../dashboard/filterVariable';
import type { RowAction } from '../../dashboard/rowActions';
import type { Gauge } from '../data/gauges';
import type { Point } from '../data/trajectories';
import { t } from '../words/translate';

/** One thing that can be done. */
export interface Deed {
  label: string;
  href?: string;
  target?: LinkModel['target'];
  onClick?: (event?: any) => void;
  /** Of a filter: whether it is set; undefined for anything else. */
  isOn?: boolean;
}

export interface Acts {
  /** What a gauge offers, and the observation under the pointer where there is one. */
  of: (gauge: Gauge, point?: Point) => Deed[];
  /** Does the only thing, or opens the choice at these window pixels. */
  open: (deeds: Deed[], x: number, y: number) => void;
}

interface ActsChoice {
  /** The dashboard variable that a click sets; '' for none. */
  filterVariable: string;
  /** The column or label whose value it gets. */
  filterBy: string;
  replaceVariables: InterpolateFunction;
  mayAct: boolean;
  onAction: (action: RowAction) => void;
  onChoice: (choice: { deeds: Deed[]; x: number; y: number }) => void;
}

/** @param mayAct whether the host lets this reader run actions */
export function useActs({ filterVariable, filterBy, replaceVariables, mayAct, onAction, onChoice }: ActsChoice): Acts {
  const name = variableName(filterVariable);
  const chosen = useVariable(name, replaceVariables);
  return useMemo(() => {
    const filters = (gauge: Gauge): Deed[] => {
      const value = name === '' ? '' : sayOf(gauge, filterBy);
      return value === '' ? [] : [filterDeed(name, value, chosen === value)];
    };
    const actions = (gauge: Gauge): Deed[] =>
      mayAct ? gauge.actions().map((each) => ({ label: each.action.title, onClick: () => onAction(each) })) : [];
    return {
      of: (gauge, point) => [...filters(gauge), ...linksOf(gauge, point).map(linkDeed), ...actions(gauge)],
      open: (deeds, x, y) => {
        const isSole = deeds.length === 1 && deeds[0].href === undefined;
        return isSole ? deeds[0].onClick?.() : onChoice({ deeds, x, y });
      },
    };
  }, [name, filterBy, chosen, mayAct, onAction, onChoice]);
}

/** The value of a dashboard variable, also while the panel's own data does not depend on it; '' for no variable. */
function useVariable(name: string, replaceVariables: InterpolateFunction): string {
  const [, setSearch] = useState('');
  useEffect(
    () =>
      name === ''
        ? undefined
        : locationService.getHistory().listen((location: { search: string }) => setSearch(location.search)),
    [name]
  );
  return name === '' ? '' : (locationService.getSearch().get(`var-${name}`) ?? replaceVariables(`\${${name}}`));
}

const filterDeed = (name: string, value: string, isOn: boolean): Deed => ({
  label: t('act.filter', 'Show only {{value}} on this dashboard', { value }),
  isOn,
  onClick: () => setVariables({ [name]: value }),
});

const linkDeed = ({ title, href, target, onClick }: LinkModel): Deed => ({ label: title, href, target, onClick });

function linksOf(gauge: Gauge, point: Point | undefined): LinkModel[] {
  const links = [...(gauge.hasLinks ? gauge.links() : []), ...(point?.hasLinks ? point.links() : [])];
  return [...new Map(links.map((link) => [`${link.title}\u0000${link.href}`, link])).values()];
}
