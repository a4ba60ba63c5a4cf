//go:build !linux

package main

// dropProgram does nothing: only Linux says what is mapped of a program.
func dropProgram() {}
