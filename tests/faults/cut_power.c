/* Cuts the power of an ext4 file system: from this moment on nothing more comes to its disk, not even its journal. What was synced before is
 * there at the next mount, what was not is gone. `cut_power MOUNT_POINT`, as root. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/types.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SHUTDOWN _IOR('X', 125, __u32) /* EXT4_IOC_SHUTDOWN; no header for programs has it */

int main(int count, char** words) {
    if (count != 2) return fprintf(stderr, "usage: cut_power MOUNT_POINT\n"), 2;
    const int folder = open(words[1], O_RDONLY | O_DIRECTORY);
    if (folder < 0) return perror(words[1]), 1;
    __u32 without_flushing_the_journal = 2;
    if (ioctl(folder, SHUTDOWN, &without_flushing_the_journal) != 0) return perror("shutdown"), 1;
    return 0;
}
