import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Schema {
  [keyword: string]: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface SpecOperation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

/** Where the vendor's own files lie when somebody has put them there. */
export const specFolder = fileURLToPath(new URL('../../../shared/specs/hubspot', import.meta.url));
export const hasSpecs = existsSync(specFolder);

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

export interface SpecChecker {
  /** What is wrong with an exchange, read as kindly as any file that has the path allows; null without such a file. */
  check(exchange: Exchange): readonly string[] | null;
}

/** Where answers that were captured or documented differ from the vendor's own schema. */
function allowWhatIsSeen(schemas: Record<string, Schema>): void {
  const require = (name: string, required: readonly string[]): void => {
    const schema = schemas[name];
    if (schema !== undefined) schema.required = [...required];
  };
  const free = (name: string, property: string): void => {
    const properties = schemas[name]?.properties;
    if (properties?.[property] !== undefined) properties[property] = {};
  };
  // Captured multi-status answers carry no more than these; subCategory is a text in them.
  require('StandardError', ['category', 'message']);
  free('StandardError', 'subCategory');
  // The documented 429 body has no category.
  require('Error', ['message']);
  // Custom properties of marketing events are a name and a value in documentation and practice.
  require('PropertyValue', ['name', 'value']);
  free('ParticipationProperties', 'occurredAt');
  // A label is null where there is none, a property null where it has no value.
  free('AssociationSpecWithLabel', 'label');
  for (const [name, schema] of Object.entries(schemas)) {
    const values = /^SimplePublic.*Object/.test(name) ? schema.properties?.['properties'] : undefined;
    if (values !== undefined) values['additionalProperties'] = { type: 'string', nullable: true };
  }
}

const toPattern = (template: string): RegExp => {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
};

/** Reads the OpenAPI files of the folder. @throws Error when they cannot be understood */
export function createSpecChecker(): SpecChecker {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['int32', 'int64', 'double', 'float'])
    ajv.addFormat(format, { type: 'number', validate: () => true });
  const compiled = new Map<string, ValidateFunction>();
  const operations = readdirSync(specFolder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const document = JSON.parse(readFileSync(`${specFolder}/${file}`, 'utf8')) as OpenApi;
      allowWhatIsSeen(document.components.schemas);
      ajv.addSchema(document, file);
      return Object.entries(document.paths).flatMap(([template, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          pointer: `${file}#/paths/${encode(template)}/${method}`,
          method: method.toUpperCase(),
          pattern: toPattern(template),
          literalLength: template.replaceAll(/\{[^}]+\}/g, '').length,
          operation,
        })),
      );
    });

  const validate = (pointer: string, value: unknown, side: string): readonly string[] => {
    let validator = compiled.get(pointer);
    if (validator === undefined) {
      validator = ajv.compile({ $ref: pointer });
      compiled.set(pointer, validator);
    }
    if (validator(value)) return [];
    return (validator.errors ?? []).map((error) => `${side}${error.instancePath}: ${error.message}`);
  };

  return {
    check({ method, path, requestBody, status, responseBody }) {
      const pathname = path.split('?')[0] ?? '';
      const fitting = operations.filter((candidate) => candidate.method === method && candidate.pattern.test(pathname));
      const longest = Math.max(...fitting.map(({ literalLength }) => literalLength));
      const readings = fitting
        .filter(({ literalLength }) => literalLength === longest)
        .map(({ pointer, operation }) => {
          const wrong: string[] = [];
          if (operation.requestBody?.content?.['application/json'] !== undefined && status < 400) {
            wrong.push(...validate(`${pointer}/requestBody/content/application~1json/schema`, requestBody, 'request'));
          }
          const key = declaredStatus(operation, status);
          const isDeclared = key !== 'default' || status >= 400 || operation.responses['200'] === undefined;
          const content = operation.responses[key]?.content;
          const mediaType = Object.keys(content ?? {})[0];
          if (!isDeclared) wrong.push(`status ${status} is not declared`);
          else if (mediaType === undefined || (key === 'default' && status < 400)) return wrong;
          else {
            const schema = `${pointer}/responses/${key}/content/${encode(mediaType)}/schema`;
            wrong.push(...validate(schema, responseBody, 'answer'));
          }
          return wrong;
        });
      if (readings.length === 0) return null;
      return readings.reduce((kindest, reading) => (reading.length < kindest.length ? reading : kindest));
    },
  };
}

/** Files of 2026-09 leave 207 out and put `errors` into the answer of success. */
function declaredStatus({ responses }: SpecOperation, status: number): string {
  if (responses[String(status)] !== undefined) return String(status);
  const success = ['200', '201'].find((declared) => responses[declared] !== undefined);
  return status === 207 && success !== undefined ? success : 'default';
}

function encode(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
