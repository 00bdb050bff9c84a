import { type BufferSizeFault, parseBufferSize } from '../../../shared/model/buffer-size.ts';
import { type Planned, planNameSchema } from '../../../shared/model/plan.ts';
import {
  type TransformationFault,
  transformationFault,
} from '../../components/command/transformation-text.ts';

/** What is filled in of a new plan. */
export interface PlanForm {
  readonly name: string;
  readonly setting: Planned['setting'];
  /** A transformation, unless `none`. */
  readonly transformation: string;
  readonly none: boolean;
  readonly bytes: string;
}

export interface PlanFaults {
  readonly name: boolean;
  readonly transformation: TransformationFault | null;
  readonly bytes: BufferSizeFault | null;
}

/** The plan that a form asks for, or what is wrong with it. */
export function readPlan(
  form: PlanForm,
): { readonly name: string; readonly planned: Planned } | { readonly faults: PlanFaults } {
  const name = planNameSchema.safeParse(form.name).data;
  if (form.setting === 'bufferSize') {
    const size = parseBufferSize(form.bytes);
    const bytes = 'fault' in size ? size.fault : null;
    if (name === undefined || 'fault' in size)
      return { faults: { name: name === undefined, transformation: null, bytes } };
    return { name, planned: { setting: 'bufferSize', bytes: size.bytes } };
  }
  const transformation = form.none ? null : transformationFault(form.transformation);
  if (name === undefined || transformation !== null)
    return { faults: { name: name === undefined, transformation, bytes: null } };
  return {
    name,
    planned: { setting: 'transformation', next: form.none ? null : form.transformation },
  };
}
