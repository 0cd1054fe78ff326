import { dirname, join } from 'node:path';

/** Absolute folders of this project, wherever the command was started. */
export const repositoryRoot = dirname(dirname(import.meta.dirname));
export const appDir = join(repositoryRoot, 'src', 'app');
export const functionsDir = join(appDir, 'functions');
export const functionsDistDir = join(functionsDir, 'dist');
export const entrypointsDir = join(appDir, 'app.functions', 'entrypoints');
export const uiDistDir = join(repositoryRoot, 'build', 'ui');
/** The page of the preview, built. */
export const previewHostDir = join(repositoryRoot, 'build', 'preview');
