import type { Instant } from '../domain/instant.ts';

/** A page of addresses in lower case. */
export interface AddressPage {
  readonly addresses: readonly string[];
  /** Null at the end of the list. */
  readonly after: string | null;
}

/** Who uses the HubSpot account. */
export interface AccountUserGateway {
  /**
   * One call, a hundred users.
   *
   * @throws IntegrationError kind `missing-scope` among others: nobody may be synced then
   */
  listUserAddresses(after: string | null): Promise<AddressPage>;
}

/** Contacts that were deleted in HubSpot and can still be restored. */
export interface DeletedContactGateway {
  /** Primary and secondary addresses of a hundred deleted contacts. One call. */
  listDeletedAddresses(after: string | null): Promise<AddressPage>;
  /**
   * Which of the addresses (at most 100, distinct, lower case) deleted contacts have. One call. Whether HubSpot finds
   * deleted contacts by address is not documented: an empty answer proves nothing until another one was not empty.
   */
  findDeletedAddresses(addresses: readonly string[]): Promise<readonly string[]>;
}

/** What HubSpot's marketing events still know of a contact. */
export interface ContactParticipation {
  readonly externalEventId: string;
  readonly eventName: string;
  readonly state: 'registered' | 'cancelled' | 'attended' | 'no-show';
  readonly occurredAt: Instant;
  /** Null unless attended. */
  readonly attendedSeconds: number | null;
  /** 0 to 100; null unless attended. */
  readonly percentage: number | null;
}

export interface ContactParticipationGateway {
  /** All of this app's marketing events of one Zoom account in which the contact has a part. A call per hundred. */
  listParticipations(contactId: string): Promise<readonly ContactParticipation[]>;
}
