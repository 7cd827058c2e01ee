// An ext4 file system of its own, in a file behind a loop device: it can be filled, turned read-only and lose power without harm to anything else.
// Needs root; whoever imports this without it is stopped, and told.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
const cutter = process.env.SAWT_CUT_POWER ?? join(top, "build/release/tests/faults/cut_power");

export function stop(why) {
  console.error(`power: ${why}`);
  process.exit(2);
}

if (process.getuid() !== 0) stop("needs root, since it mounts a file system of its own: sudo ./dev power");
if (!existsSync("/dev/loop-control")) stop("needs loop devices, and this system has none (a container without them?): run it on a machine of its own");
if (!existsSync(cutter)) stop(`${cutter} is not built: ./dev build release, or name another with SAWT_CUT_POWER`);

function does(command, ...words) {
  const { status, stderr, error } = spawnSync(command, words, { encoding: "utf8" });
  if (status !== 0) stop(`${command} ${words.join(" ")}: ${(error?.message ?? stderr).trim()}; the rig needs ext4, mkfs.ext4 and the right to mount`);
}

export class Disk {
  constructor(folder, bytes = 96 * 2 ** 20) {
    this.image = join(folder, "disk");
    this.path = join(folder, "mounted");
    writeFileSync(this.image, "");
    truncateSync(this.image, bytes);
    mkdirSync(this.path);
    does("mkfs.ext4", "-q", "-F", this.image);
    this.mount();
    this.drop = () => spawnSync("umount", ["-l", this.path]);
    process.prependOnceListener("exit", this.drop); // before the folder is removed
  }

  mount() {
    does("mount", "-o", "loop", this.image, this.path);
  }

  readOnly() {
    does("mount", "-o", "remount,ro", this.path);
  }

  /** All that was not synced is gone, from this moment on. */
  cut() {
    does(cutter, this.path);
  }

  mountAnew() {
    does("umount", this.path);
    this.mount();
  }

  remove() {
    does("umount", this.path);
    process.removeListener("exit", this.drop);
  }
}
