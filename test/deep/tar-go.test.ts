import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { expect } from '@jest/globals';

import { entries, type Kind, type RawPath } from '#image';
import { Corrupt, digestOf } from '#oci';

import { collect, pieces } from '../packages/image/tars.ts';
import { withTool } from '../tools.ts';
import { refused } from './sentence.ts';
import { archive } from './tars.ts';
import { watched } from './watched.ts';

/** Engines unpack layers with Go's archive/tar: archives, each behind its length, become lines of JSON. */
const reader = `package main

import (
	"archive/tar"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

type entry struct {
	Path, Link   []byte
	Type         byte
	Mode, Size   int64
	UID, GID     int
	Major, Minor int64
	Content      string
}

func main() {
	in := bufio.NewReader(os.Stdin)
	for {
		var length uint32
		if binary.Read(in, binary.LittleEndian, &length) != nil {
			return
		}
		archive := make([]byte, length)
		io.ReadFull(in, archive)
		list, refused := []entry{}, ""
		reader := tar.NewReader(bytes.NewReader(archive))
		for {
			header, err := reader.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				refused = err.Error()
				break
			}
			content, err := io.ReadAll(reader)
			list = append(list, entry{
				[]byte(header.Name), []byte(header.Linkname), header.Typeflag, header.Mode & 0o7777, header.Size,
				header.Uid, header.Gid, header.Devmajor, header.Devminor,
				fmt.Sprintf("sha256:%x", sha256.Sum256(content)),
			})
			if err != nil {
				refused = err.Error()
				break
			}
		}
		line, _ := json.Marshal(map[string]any{"entries": list, "refused": refused})
		fmt.Println(string(line))
	}
}
`;

interface Answer {
  readonly entries: readonly {
    readonly Path: string;
    readonly Link: string;
    readonly Type: number;
    readonly Mode: number;
    readonly Size: number;
    readonly UID: number;
    readonly GID: number;
    readonly Major: number;
    readonly Minor: number;
    readonly Content: string;
  }[];
  readonly refused: string;
}
const kinds: Readonly<Record<string, Kind>> = {
  ...{ '0': 'file', '7': 'file', S: 'file', '1': 'hardlink', '2': 'symlink' },
  ...{ '3': 'character', '4': 'block', '5': 'directory', '6': 'fifo' },
};

/** What Go made of an archive, as ours would say it. */
const theirs = ({ entries: all }: Answer) =>
  all.flatMap(({ Path, Link, Type, Mode, Size, UID, GID, Major, Minor, Content }) => {
    const kind = kinds[String.fromCharCode(Type)];
    if (kind === undefined) return [];
    const isLink = kind === 'symlink' || kind === 'hardlink';
    const isDevice = kind === 'character' || kind === 'block';
    return [
      {
        path: Path,
        kind,
        mode: Mode,
        uid: UID,
        gid: GID,
        sizeBytes: kind === 'file' ? Size : 0,
        link: isLink ? Link : undefined,
        device: isDevice ? { major: Major, minor: Minor } : undefined,
        content: kind === 'file' ? Content : undefined,
      },
    ];
  });

const base64 = (path: RawPath): string => Buffer.from(path, 'latin1').toString('base64');

/** Undefined when the archive is refused. A file with holes has no content here. */
async function ours(tar: Uint8Array) {
  const all: ReturnType<typeof theirs> = [];
  try {
    for await (const { path, kind, mode, uid, gid, sizeBytes, link, device, body } of entries(
      pieces(tar),
    )) {
      const content = body && digestOf(await collect(body()));
      const target = link && base64(link);
      all.push({
        ...{ path: base64(path), kind, mode, uid, gid, sizeBytes },
        ...{ link: target, device, content },
      });
    }
    return all;
  } catch (error) {
    refused(error, Corrupt);
    return undefined;
  }
}

withTool(
  'go',
  "an archive that we and Go's reader both take has the same entries for both",
  async ({ go }) => {
    const folder = mkdtempSync(join(tmpdir(), 'deep-go-'));
    writeFileSync(join(folder, 'go.mod'), 'module reader\n\ngo 1.21\n');
    writeFileSync(join(folder, 'main.go'), reader);
    const program = join(folder, 'reader');
    const env = { ...process.env, GOTOOLCHAIN: 'local', GOPROXY: 'off', CGO_ENABLED: '0' };
    execFileSync(go, ['build', '-o', program, '.'], { cwd: folder, env });
    const running = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface(running.stdout)[Symbol.asyncIterator]();
    try {
      let both = 0;
      const done = await watched(async (random) => {
        const tar = archive(random);
        const length = Buffer.alloc(4);
        length.writeUInt32LE(tar.length);
        running.stdin.write(Buffer.concat([length, tar]));
        const line = await lines.next();
        const answer = JSON.parse(line.value ?? '') as Answer;
        const mine = await ours(tar);
        // Each is stricter than the other somewhere; what must not be is that they read different things.
        if (answer.refused !== '' || mine === undefined) return;
        both += 1;
        const known = theirs(answer).map((one, at) =>
          mine[at]?.kind === 'file' && mine[at].content === undefined
            ? { ...one, content: undefined }
            : one,
        );
        expect(mine).toEqual(known);
      });
      expect([done > 0, done < 100 || both > done / 3]).toEqual([true, true]);
    } finally {
      running.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
