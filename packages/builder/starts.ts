import { bareGround, type Ground, type ResolvedStage } from '#dockerfile';
import { UsageError } from '#io';
import { FileTree, type ImageConfig } from '#image';
import { mediaType, type Descriptor, type Platform } from '#oci';

import type { Assembled } from './assemble.ts';
import { openBase, type BaseImage } from './base.ts';
import type { BuildPlan } from './builder.ts';
import { envOf, withEnv } from './configure.ts';

/** What engines give a stage that has no PATH. */
const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The platform of a stage: its own `FROM --platform`, else that of the plan. */
export function platformOf(plan: BuildPlan, { platform }: ResolvedStage): Platform {
  if (platform === undefined) return plan.platform;
  const [os = '', architecture = '', variant, ...more] = platform.split('/');
  if (os === '' || architecture === '' || more.length > 0) {
    throw new UsageError(
      `${plan.dockerfile.file}: --platform=${JSON.stringify(platform)} is not os/architecture[/variant]`,
    );
  }
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

/** The images that a build needs, each opened once. */
export class Bases {
  readonly #plan: BuildPlan;
  readonly #signal: AbortSignal;
  readonly #open = new Map<string, Promise<BaseImage>>();

  constructor(plan: BuildPlan, signal: AbortSignal) {
    this.#plan = plan;
    this.#signal = signal;
  }

  image(name: string, platform: Platform): Promise<BaseImage> {
    const base = this.#plan.bases.get(name);
    if (base === undefined) {
      throw new UsageError(`the image ${JSON.stringify(name)} is not among the bases of the plan`);
    }
    const key = JSON.stringify([name, platform.os, platform.architecture, platform.variant]);
    const opened = this.#open.get(key) ?? openBase(base, platform, this.#signal);
    this.#open.set(key, opened);
    return opened;
  }
}

/** `FROM scratch`. */
export function fromScratch({ os, architecture, variant }: Platform): Assembled {
  const config: ImageConfig = {
    architecture,
    os,
    ...(variant === undefined ? {} : { variant }),
    config: { Env: [path] },
    rootfs: { type: 'layers', diff_ids: [] },
  };
  const tree = new FileTree();
  return { config, layers: [], ground: groundOf(config), tree: async () => tree };
}

/** `FROM` an image; its layers are named as OCI names them, the bytes are the same. */
export function fromImage(image: BaseImage): Assembled {
  const { Env = [] } = image.config.config ?? {};
  const env = envOf(Env).has('PATH') ? Env : withEnv(Env, [['PATH', path.slice('PATH='.length)]]);
  const config = { ...image.config, config: { ...image.config.config, Env: env } };
  return {
    config,
    layers: image.layers.map(asOci),
    ground: groundOf(config),
    tree: () => image.tree(),
  };
}

function groundOf({ config }: ImageConfig): Ground {
  return {
    ...bareGround,
    env: envOf(config?.Env ?? []),
    shell: config?.Shell ?? [],
    triggers: config?.OnBuild ?? [],
  };
}

function asOci({ mediaType: type, digest, size }: Descriptor): Descriptor {
  return { mediaType: type === mediaType.dockerLayer ? mediaType.layerGzip : type, digest, size };
}
