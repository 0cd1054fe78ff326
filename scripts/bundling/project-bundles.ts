import { join } from 'node:path';
import { appDir, entrypointsDir, functionsDir, functionsDistDir, repositoryRoot } from '../project/paths.ts';
import { areBundlesStale, bundleFunctions, type BuiltBundle, type BundleFolders } from './bundle-functions.ts';

const projectFolders: BundleFolders = { functionsDir, entrypointsDir, distDir: functionsDistDir };

/** What the bundles of this project are made of. `functions/` itself is not listed: building changes it. */
const sources: readonly string[] = [
  join(appDir, 'app.functions'),
  join(appDir, 'extensions', 'contract'),
  join(repositoryRoot, 'package-lock.json'),
  join(repositoryRoot, 'scripts', 'bundling', 'bundle-functions.ts'),
];

export const buildProjectBundles = (): Promise<readonly BuiltBundle[]> => bundleFunctions(projectFolders);

/** Builds only when something changed since the last build. Returns whether it built. */
export async function ensureProjectBundles(): Promise<boolean> {
  if (!areBundlesStale(projectFolders, sources)) return false;
  await buildProjectBundles();
  return true;
}
