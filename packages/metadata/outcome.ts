/** What a name is for: a release that stands still, a pointer that moves on, or what somebody wrote. */
export type Meaning = 'version' | 'pointer' | 'text';

/** What a rule makes of an event: a text to be a name, or nothing, and why. */
export type Outcome =
  | {
      readonly text: string;
      readonly why: string;
      readonly meaning: Meaning;
      /** The version that was read, of which the text shows all or a part. */
      readonly version?: string;
      /** With `latest=auto`: does `latest` follow? */
      readonly latest: boolean;
    }
  | { readonly text: undefined; readonly why: string };

export const nothing = (why: string): Outcome => ({ text: undefined, why });
