# Run with cmake -P by the test `install`.
cmake_minimum_required(VERSION 3.25)

set(flags "")
if(sanitize)
  set(flags -fsanitize=${sanitize})
endif()

file(REMOVE_RECURSE ${scratch})
function(step)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

step(${CMAKE_COMMAND} --install ${sawt_build} --config ${config} --component library --prefix ${scratch}/prefix)
step(${CMAKE_COMMAND} -S ${consumer} -B ${scratch}/build -G ${generator}
  -D CMAKE_PREFIX_PATH=${scratch}/prefix -D CMAKE_FIND_USE_PACKAGE_REGISTRY=OFF
  -D CMAKE_BUILD_TYPE=${config} -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_CXX_FLAGS=${flags} -D CMAKE_EXE_LINKER_FLAGS=${flags})
step(${CMAKE_COMMAND} --build ${scratch}/build --config ${config} --target run)
