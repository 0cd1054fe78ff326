import { hashPersonKey } from './hashes.ts';

/**
 * A large webinar is worked on in parts, so that memory does not grow with it. Everything about one person lies in one
 * part, by a hash of the person's key.
 */
const peoplePerPartition = 2_000;
const partitionCountMax = 1_024;

/** A power of two, so that the parts of one run nest in those of another. */
export function choosePartitionCount(personCount: number): number {
  let count = 1;
  while (count * peoplePerPartition < personCount && count < partitionCountMax) count *= 2;
  return count;
}

export const partitionOfKeyHash = (keyHash: string, partitionCount: number): number =>
  Buffer.from(keyHash.slice(0, 4), 'base64url').readUInt16BE(0) & (partitionCount - 1);

export const partitionOfKey = (accountId: string, key: string, partitionCount: number): number =>
  partitionCount === 1 ? 0 : partitionOfKeyHash(hashPersonKey(accountId, key), partitionCount);

/** The parts of an earlier division that hold everybody of one part of this one, and perhaps more. */
export function coveringPartitions(partition: number, partitionCount: number, earlierCount: number): readonly number[] {
  if (earlierCount <= partitionCount) return [partition & (earlierCount - 1)];
  return Array.from({ length: earlierCount / partitionCount }, (_, index) => partition + index * partitionCount);
}
