package ai.equalto.lesserbody.pack;

import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Lazy;
import ai.equalto.lesserbody.tool.Tool;
import java.util.function.Supplier;

/** A pack that is opened, once, when something in it is first asked for. */
public final class ClosedPack {
  private final Manifest manifest;
  private final Supplier<Pack> pack;

  /** Opens nothing yet. */
  public ClosedPack(Manifest manifest, Supplier<Pack> pack) {
    this.manifest = manifest;
    this.pack = Lazy.of(() -> checked(pack.get()));
  }

  /** A pack that is open already. */
  public static ClosedPack of(Pack pack) {
    return new ClosedPack(Manifest.of(pack), () -> pack);
  }

  private Pack checked(Pack opened) {
    if (!manifest.describes(opened)) {
      throw new IllegalStateException("the manifest of the pack " + manifest.name() + " is wrong");
    }
    return opened;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Opens it.
   *
   * @throws IllegalStateException if it is not what the manifest says, and so not what start-up
   *     checked
   */
  public Pack open() {
    return pack.get();
  }

  public Shelf<Tool<?, ?>> tools() {
    return new Shelf<>(manifest.tools(), () -> open().tools());
  }

  public Shelf<Resource> resources() {
    return new Shelf<>(manifest.resources(), () -> open().resources());
  }

  public Shelf<ResourceTemplate<?>> templates() {
    return new Shelf<>(manifest.templates(), () -> open().templates());
  }

  public Shelf<Prompt<?>> prompts() {
    return new Shelf<>(manifest.prompts(), () -> open().prompts());
  }
}
