/** Values come as fresh copies with every message from the worker, so they are compared by what they say. */
export const isSameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
