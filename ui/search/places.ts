import { branches, type Branch } from '../../config/region/branches.ts';
import { branchesOf } from './home.ts';
import type { Wish } from './state.ts';

/**
 * Municipalities and their branches as one tree, in which a reader chooses any of several places. The search itself asks
 * for all facets together, so a choice that mixes both levels is written as branches.
 */

/** A municipality's own branches, as the tree shows them under it. */
export const ownBranches = (municipality: string): readonly Branch[] =>
  branches.filter((branch) => branch.municipality === municipality);

/** A municipality is chosen by name, or by all of its branches. */
export const isMunicipalityChosen = ({ municipality, branch }: Wish, id: string): boolean =>
  municipality.includes(id) || branchesOf(id).every((one) => branch.includes(one));

/** The search with a municipality added to the places chosen, or taken away. From the first page. */
export function toggledMunicipality(wish: Wish, id: string): Wish {
  const start = { ...wish, page: 1, after: undefined };
  const own = branchesOf(id);
  if (isMunicipalityChosen(wish, id)) {
    const municipality = wish.municipality.filter((one) => one !== id);
    return { ...start, municipality, branch: wish.branch.filter((one) => !own.includes(one)) };
  }
  if (wish.branch.length === 0) return { ...start, municipality: [...wish.municipality, id] };
  return {
    ...start,
    municipality: [],
    branch: distinct([...wish.branch, ...wish.municipality.flatMap(branchesOf), ...own]),
  };
}

/** The search with a branch added, or taken away. It narrows the municipality it is in, and joins the other places. */
export function toggledBranch(wish: Wish, id: string): Wish {
  const start = { ...wish, page: 1, after: undefined };
  if (wish.branch.includes(id)) return { ...start, branch: wish.branch.filter((one) => one !== id) };
  const others = wish.municipality.map(branchesOf).filter((own) => !own.includes(id));
  return { ...start, municipality: [], branch: distinct([...wish.branch, ...others.flat(), id]) };
}

/** Whether the number counted for a municipality tells what choosing it gives: among chosen branches it counts those only. */
export const tellsMunicipality = ({ branch }: Wish): boolean => branch.length === 0;

export const tellsBranch = ({ municipality }: Wish, id: string): boolean =>
  municipality.length === 0 || municipality.some((one) => branchesOf(one).includes(id));

const distinct = (values: readonly string[]) => [...new Set(values)];
