/** What every request carries. */
export interface RequestAccess {
  readonly token: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
}
