import type { OptionList } from './options';

/** The parts of the scope that narrow a list of options. */
export function narrowedBy(list: OptionList): Array<'units' | 'tiers' | 'domains' | 'policies'> {
  switch (list) {
    case 'units':
      return ['units', 'tiers'];
    case 'policies':
      return ['units', 'tiers', 'domains'];
    case 'indicators':
      return ['units', 'tiers', 'domains', 'policies'];
    case 'departments':
    case 'domains':
    case 'phases':
    case 'tiers':
    case 'categories':
    case 'statuses':
    case 'lights':
      return [];
  }
}
