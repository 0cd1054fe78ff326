import { callFunction } from '../../shared/call-function.ts';
import { readResult, savedShape } from './answer-shapes.ts';
import type { SaveSettings } from './save-change.ts';

/** Saves through the app function. */
export const callSave: SaveSettings = async (parameters) =>
  readResult(await callFunction('save_settings', parameters), savedShape);
