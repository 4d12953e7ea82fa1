import { branchById } from './branches.ts';
import { municipalities } from './municipalities.ts';

/**
 * The municipalities a branch counts for in search: its founder and those the founder has become part of, so that the
 * library of Nastola is found under Nastola and under Lahti. Empty for a branch the region does not know.
 */
export function municipalitiesOfBranch(branch: string): readonly string[] {
  return lineage.get(branchById(branch)?.municipality ?? '') ?? [];
}

const lineage = new Map(municipalities.map(({ id }) => [id, withSuccessors(id)]));

function withSuccessors(id: string): string[] {
  const successor = municipalities.find((one) => one.id === id)?.mergedInto;
  return successor ? [id, ...withSuccessors(successor.id)] : [id];
}
