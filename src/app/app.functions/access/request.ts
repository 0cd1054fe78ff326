/** What HubSpot hands to an endpoint function, as far as it is used. Observed, not documented: every member may be absent. */
export interface EndpointContext {
  readonly method?: unknown;
  /** Parameters of the query; each value is a list. */
  readonly params?: unknown;
  /** Parsed JSON; a text where the gateway passes the bytes on. */
  readonly body?: unknown;
  /** HubSpot's gateway has been seen to drop all that it does not know, signatures among them. */
  readonly headers?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** A parameter of a query: name and value, decoded. */
export type QueryPair = readonly [name: string, value: string];

/** A request from outside, read but not yet trusted. */
export interface EndpointRequest {
  readonly method: 'POST';
  /** First value of each name. */
  readonly query: Readonly<Record<string, string>>;
  /** All of them, in the order in which they came. */
  readonly queryPairs: readonly QueryPair[];
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came; null where HubSpot parsed it before. */
  readonly rawBody: string | null;
  /** A JSON object of bounded size, without names that reach into prototypes. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an endpoint function answers. HubSpot drops null members of a body that is an object, so it is a text. */
export interface EndpointAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the code behind a door answers: a status, and what becomes JSON. */
export interface Reply {
  readonly status: number;
  readonly json: object;
  readonly headers?: Readonly<Record<string, string>>;
}
