import type { OverviewAnswer } from '../../contract/overview.ts';
import type { AnswerShape } from '../saving/answer-shapes.ts';

/** Whether an overview has what the page reads of it first. A function of another version may answer anything. */
export const overviewShape: AnswerShape = (answer) => {
  const { connections, isSetUp, isSyncOn } = answer as Partial<OverviewAnswer>;
  return (
    typeof isSetUp === 'boolean' &&
    typeof isSyncOn === 'boolean' &&
    Array.isArray(connections) &&
    connections.every((connection) => hasMemory(connection))
  );
};

const hasMemory = (connection: unknown): boolean =>
  typeof connection === 'object' &&
  connection !== null &&
  'memory' in connection &&
  typeof connection.memory === 'object' &&
  connection.memory !== null &&
  'webinarCounts' in connection.memory;
