/** Vendor fields that the stand-in only hands on. */
export type VendorFields = Readonly<Record<string, unknown>>;

export type RegistrantStatus = 'approved' | 'pending' | 'denied';

export interface Registrant {
  /** Position in the order of registration. */
  readonly sequence: number;
  readonly id: string;
  readonly email: string;
  /** Names, address, company … and `custom_questions`, as the vendor answers them. */
  fields: VendorFields;
  readonly createTime: string;
  readonly joinUrl: string;
  readonly language: string;
  readonly trackingSourceId: string | null;
  status: RegistrantStatus;
  /** One entry per occurrence registered for; empty when the registration covers the whole webinar. */
  readonly statusByOccurrence: Map<string, RegistrantStatus>;
}
