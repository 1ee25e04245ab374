"""How the launcher runs the gateway as a sidecar."""

# The launcher's, in a container of 160 MiB.
FLAGS = (
    "-XX:+UseSerialGC -Xmx58m -Xms16m -XX:NewSize=8m -XX:SurvivorRatio=2 "
    "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=24m -XX:MaxMetaspaceSize=96m -Xss512k "
    "-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Dio.netty.maxDirectMemory=25165824"
)
