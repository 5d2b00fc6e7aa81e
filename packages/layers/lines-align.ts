import {
  fits,
  formOfStep,
  formsOf,
  type HistoryForm,
  type InstructionForm,
} from './lines-forms.ts';
import type { Chain } from './lines-chain.ts';
import type { HistoryStep } from './history.ts';

/** No image has more layers than 127; what is longer is looked at from its end. */
const most = 500;

/** Engines write these in so many ways that the keyword has to do. They make no layer. */
const loose = new Set([
  'ARG',
  'CMD',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
]);

/** How surely two belong together. The sum over an image decides, so a sure pair outweighs a few that are not. */
const sure = { text: 8, around: 5, destination: 4, keyword: 1 } as const;

/**
 * Which instruction made which history entry: the pairing in order with the most in common, of equal ones the one
 * nearest to the end. An entry or instruction that the other side does not know stays alone.
 */
export function align(
  steps: readonly HistoryStep[],
  chain: Chain,
): ReadonlyMap<HistoryStep, Chain[number]> {
  const left = steps.slice(-most);
  const right = chain.slice(-most);
  const score = scorer(left, right);
  const width = right.length + 1;
  const best = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column < width; column++) {
      const points = score(row - 1, column - 1);
      const alone = Math.max(at(row - 1, column), at(row, column - 1));
      const together = points === 0 ? 0 : at(row - 1, column - 1) + points;
      best[row * width + column] = Math.max(alone, together);
    }
  }
  const pairs = new Map<HistoryStep, Chain[number]>();
  for (let row = left.length, column = right.length; row > 0 && column > 0;) {
    const [step, instruction] = [left[row - 1], right[column - 1]];
    const points = score(row - 1, column - 1);
    if (points > 0 && at(row, column) === at(row - 1, column - 1) + points) {
      // A keyword alone holds the others in place, and says no line.
      if (step !== undefined && instruction !== undefined && points > sure.keyword) {
        pairs.set(step, instruction);
      }
      row--;
      column--;
    } else if (at(row, column) === at(row, column - 1)) column--;
    else row--;
  }
  return pairs;
}

function scorer(
  steps: readonly HistoryStep[],
  chain: Chain,
): (row: number, column: number) => number {
  // As numbers, since each text is compared with each.
  const numbers = new Map<string, number>();
  const number = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const left = steps.map(formOfStep).map((form) => ({ form, texts: form.texts.map(number) }));
  const right = formsOf(chain).map((form) => ({
    form,
    texts: new Set(form.texts.map(number)),
  }));
  return (row, column) => {
    const [step, instruction] = [left[row], right[column]];
    if (step === undefined || instruction === undefined) return 0;
    // Docker records a RUN of a JSON array as its words alone.
    if ((step.form.keyword ?? 'RUN') !== instruction.form.keyword) return 0;
    if (step.texts.some((text) => instruction.texts.has(text))) return sure.text;
    return step.form.keyword === undefined ? 0 : pointsOf(step.form, instruction.form);
  };
}

function pointsOf(step: HistoryForm, instruction: InstructionForm): number {
  const { around, destination, keyword } = instruction;
  if (around !== undefined && step.texts.some((text) => fits(around, text))) return sure.around;
  if (
    destination !== undefined &&
    step.destination !== undefined &&
    fits(destination, step.destination)
  ) {
    return sure.destination;
  }
  return loose.has(keyword) ? sure.keyword : 0;
}
