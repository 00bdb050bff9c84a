import type {
  SpotlightActionData,
  SpotlightActionGroupData,
  SpotlightFilterFunction,
} from '@mantine/spotlight';
import { searcher } from '../../../../shared/model/search.ts';

/** The actions that hold every word of the query, in their groups. Those whose label holds them come first, and their groups as well. */
export const findActions: SpotlightFilterFunction = (query, offered) => {
  const isWanted = searcher(query);
  const inLabel = ({ label = '' }: SpotlightActionData): boolean => isWanted([label]);
  const rank = (action: SpotlightActionData): number => (inLabel(action) ? 0 : 1);
  const fits = ({ label = '', description = '', keywords = [] }: SpotlightActionData): boolean =>
    isWanted([label, description, ...[keywords].flat()]);
  return offered
    .map((item) => (isGroup(item) ? item : { group: '', actions: [item] }))
    .map(({ group, actions }) => ({
      group,
      actions: actions.filter(fits).toSorted((a, b) => rank(a) - rank(b)),
    }))
    .filter(({ actions }) => actions.length > 0)
    .toSorted((a, b) => groupRank(a, rank) - groupRank(b, rank));
};

function groupRank(
  { actions: [first] }: SpotlightActionGroupData,
  rank: (action: SpotlightActionData) => number,
): number {
  return first === undefined ? 1 : rank(first);
}

function isGroup(
  item: SpotlightActionData | SpotlightActionGroupData,
): item is SpotlightActionGroupData {
  return 'actions' in item;
}
