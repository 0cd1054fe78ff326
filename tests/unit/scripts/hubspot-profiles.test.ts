import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { chooseProfile, exampleProfile, listProfiles } from '../../../scripts/project/hubspot-profiles.ts';
import { repositoryRoot } from '../../../scripts/project/paths.ts';

describe('the profile for HubSpot’s CLI', () => {
  it('is the only one that there is', () => {
    expect(chooseProfile(['--message', 'hello'], ['acme'])).toEqual(['--profile=acme']);
  });

  it.each([[['--profile=acme']], [['--profile', 'acme']], [['-p', 'acme']], [['-p=acme']]])(
    'is left alone where %j names it',
    (flags) => {
      expect(chooseProfile(flags, ['acme', 'beta'])).toEqual([]);
    },
  );

  it('has to be named where there are several', () => {
    expect(() => chooseProfile([], ['acme', 'beta'])).toThrow('--profile=acme, --profile=beta');
  });

  it('has to be made where there is none, and it is said how', () => {
    expect(() => chooseProfile([], [])).toThrow(/Copy src\/hsprofile\.example\.json .*ENDPOINT_TOKEN/s);
  });

  it('is not the example', () => {
    expect(listProfiles()).not.toContain(exampleProfile);
    expect(() => chooseProfile([`--profile=${exampleProfile}`], ['acme'])).toThrow('belongs to no account');
  });
});

describe('the example of a profile', () => {
  const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

  it('has every variable that the metadata uses', () => {
    const { variables } = z
      .object({ variables: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read(`src/hsprofile.${exampleProfile}.json`)));
    const actions = ['add-contact-to-zoom-webinar', 'remove-contact-from-zoom-webinar'];
    const texts = actions.map((name) => read(`src/app/workflow-actions/${name}-hsmeta.json`)).join('\n');
    const used = new Set([...texts.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));

    expect(Object.keys(variables).toSorted()).toEqual([...used].toSorted());
  });

  it('is the only profile that git keeps, and nothing that HubSpot gets', () => {
    expect(read('.gitignore')).toContain('src/hsprofile.*.json\n!src/hsprofile.example.json');
    expect(read('.hsignore')).toContain('\nhsprofile.example.json\n');
  });
});
