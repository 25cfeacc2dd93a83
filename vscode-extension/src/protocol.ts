import type { Source, ToPreview, View } from '../preview/src/model';

/** MAD's own messages, as in docs/protocol.md. */
export interface DesignParams {
  uri: string;
  design?: string;
}

export interface ProgressParams {
  uri: string;
  version: number;
  design: string;
  incumbent?: number;
  bound?: number;
  gap?: number;
  seconds: number;
  evaluations: number;
}

export interface Answer {
  design: string;
  status: string;
  gap?: number | null;
  goal?: string;
  objective?: number | null;
}

export interface SolvedParams {
  uri: string;
  version: number;
  design: string;
  current: boolean;
  answer?: Answer;
  reason?: string;
}

export type { Source, ToPreview, View };
