package io.tagginggateway.app.fault;

/** The kind of each fault. */
record KindOfFault() implements Fault.Cases<FaultType> {
  @Override
  public FaultType failure(Fault.Failure failure) {
    return FaultType.ERROR;
  }

  @Override
  public FaultType delay(Fault.Delay delay) {
    return FaultType.DELAY;
  }

  @Override
  public FaultType reset(Fault.Reset reset) {
    return FaultType.RESET;
  }

  @Override
  public FaultType truncate(Fault.Truncate truncate) {
    return FaultType.TRUNCATE;
  }

  @Override
  public FaultType html(Fault.Html html) {
    return FaultType.HTML;
  }

  @Override
  public FaultType expireToken(Fault.ExpireToken expireToken) {
    return FaultType.EXPIRE_TOKEN;
  }

  @Override
  public FaultType pageSize(Fault.PageSize pages) {
    return FaultType.PAGE_SIZE;
  }

  @Override
  public FaultType envelope(Fault.Envelope envelope) {
    return FaultType.ENVELOPE;
  }

  @Override
  public FaultType body(Fault.Body body) {
    return FaultType.BODY;
  }

  @Override
  public FaultType garbage(Fault.Garbage garbage) {
    return FaultType.GARBAGE;
  }

  @Override
  public FaultType dribble(Fault.Dribble dribble) {
    return FaultType.DRIBBLE;
  }

  @Override
  public FaultType empty(Fault.Empty empty) {
    return FaultType.EMPTY;
  }
}
