package ai.equalto.lesserbody.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which method of compiled classes can call which, by analysis of the class hierarchy, and never
 * too few: a call through a class or an interface reaches that method of every subtype, and a call
 * through a functional interface of ours every lambda and method reference of it. One of a foreign
 * interface is taken to be called by the method that creates it.
 */
final class CallGraph {
  private final Map<String, ClassModel> classes = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<Method, Set<Method>> calls = new LinkedHashMap<>();

  /** By the method of the interface, without its descriptor. */
  private final Map<Method, Set<Method>> lambdas = new HashMap<>();

  private final Set<Method> foreignLambdas = new HashSet<>();

  /** A method; the owner is a binary name with slashes. */
  record Method(String owner, String name, String descriptor) {
    @Override
    public String toString() {
      return owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
    }
  }

  /** The graph of the classes in these folders and files. */
  static CallGraph of(Path... paths) {
    CallGraph graph = new CallGraph();
    for (Path path : paths) {
      try (Stream<Path> files = Files.walk(path)) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(graph::load);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    graph.classes.values().forEach(graph::inherit);
    graph.classes.values().forEach(graph::scan);
    return graph;
  }

  private void load(Path file) {
    try {
      ClassModel model = ClassFile.of().parse(file);
      classes.put(model.thisClass().asInternalName(), model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void inherit(ClassModel model) {
    String name = model.thisClass().asInternalName();
    supertypes(name)
        .forEach(type -> subtypes.computeIfAbsent(type, key -> new TreeSet<>()).add(name));
  }

  /** The type itself and all above it that are known or named. */
  private Set<String> supertypes(String name) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String type = open.pop();
      if (found.add(type) && classes.containsKey(type)) {
        ClassModel model = classes.get(type);
        model.superclass().ifPresent(above -> open.push(above.asInternalName()));
        model.interfaces().forEach(above -> open.push(above.asInternalName()));
      }
    }
    return found;
  }

  private void scan(ClassModel model) {
    for (MethodModel method : model.methods()) {
      Method caller =
          new Method(
              model.thisClass().asInternalName(),
              method.methodName().stringValue(),
              method.methodType().stringValue());
      Set<Method> called = calls.computeIfAbsent(caller, key -> new HashSet<>());
      method.code().ifPresent(code -> scan(code, called));
    }
  }

  private void scan(CodeModel code, Set<Method> called) {
    code.forEach(element -> {
      switch (element) {
        case InvokeInstruction call -> called.addAll(targets(call));
        case InvokeDynamicInstruction dynamic -> lambda(dynamic, called);
        default -> {}
      }
    });
  }

  private Set<Method> targets(InvokeInstruction call) {
    Method named =
        new Method(
            call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
    boolean exact = call.opcode() == Opcode.INVOKESTATIC || call.opcode() == Opcode.INVOKESPECIAL;
    return exact ? inherited(named) : implementations(named);
  }

  /** The method itself, and where it may be declared above. */
  private Set<Method> inherited(Method named) {
    Set<Method> found = new HashSet<>();
    found.add(named);
    supertypes(named.owner())
        .forEach(type -> found.add(new Method(type, named.name(), named.descriptor())));
    return found;
  }

  private Set<Method> implementations(Method named) {
    Set<Method> found = inherited(named);
    subtypes
        .getOrDefault(named.owner(), Set.of())
        .forEach(
            type -> found.addAll(inherited(new Method(type, named.name(), named.descriptor()))));
    return found;
  }

  private void lambda(InvokeDynamicInstruction dynamic, Set<Method> called) {
    ClassDesc type = dynamic.typeSymbol().returnType();
    if (!dynamic.bootstrapMethod().owner().displayName().equals("LambdaMetafactory")) {
      return;
    }
    String owner = internal(type);
    dynamic.bootstrapArgs().stream()
        .filter(DirectMethodHandleDesc.class::isInstance)
        .map(DirectMethodHandleDesc.class::cast)
        .map(body -> new Method(internal(body.owner()), body.methodName(), body.lookupDescriptor()))
        .flatMap(body -> implementations(body).stream())
        .forEach(body -> {
          if (classes.containsKey(owner)) {
            lambdas
                .computeIfAbsent(
                    new Method(owner, dynamic.name().stringValue(), ""), key -> new HashSet<>())
                .add(body);
          } else {
            called.add(body);
            foreignLambdas.add(body);
          }
        });
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /** All methods that are declared. */
  Collection<Method> methods() {
    return calls.keySet();
  }

  /** What a method calls, by itself and by lambdas that it hands to something foreign. */
  Set<Method> callsOf(Method caller) {
    return calls.getOrDefault(caller, Set.of());
  }

  /** Methods that call this one, by the name of its owner and its own. */
  Set<String> ownersThatCall(Predicate<Method> called) {
    Set<String> owners = new TreeSet<>();
    calls.forEach((caller, targets) -> {
      if (targets.stream().anyMatch(called)) {
        owners.add(caller.owner());
      }
    });
    return owners;
  }

  /** Whether a class is of a type, itself or by inheritance. */
  boolean isA(String owner, String type) {
    return supertypes(owner).contains(type);
  }

  /** Methods of foreign types that classes here implement: whoever is foreign may call them. */
  Set<Method> callbacks() {
    Set<Method> found = new HashSet<>();
    for (Method method : methods()) {
      boolean foreign =
          supertypes(method.owner()).stream()
              .filter(type -> !classes.containsKey(type) && !type.equals("java/lang/Record"))
              .anyMatch(type -> declares(type, method));
      if (foreign && !method.name().startsWith("<")) {
        found.add(method);
      }
    }
    return found;
  }

  private static boolean declares(String type, Method method) {
    try {
      Class<?> loaded =
          Class.forName(type.replace('/', '.'), false, CallGraph.class.getClassLoader());
      return Stream.of(loaded.getMethods()).anyMatch(m -> m.getName().equals(method.name()))
          || Stream.of(loaded.getDeclaredMethods())
              .anyMatch(m -> m.getName().equals(method.name()));
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  /** Bodies among these that were handed to something foreign, which may call them later. */
  Set<Method> foreignLambdas(Set<Method> among) {
    Set<Method> found = new HashSet<>(foreignLambdas);
    found.retainAll(among);
    return found;
  }

  /** Whatever can be called from these methods, on ways that do not pass the removed one. */
  Map<Method, Method> reachable(Collection<Method> roots, Predicate<Method> removed) {
    Map<Method, Method> calledBy = new HashMap<>();
    Deque<Method> open = new ArrayDeque<>();
    for (Method root : roots) {
      calledBy.put(root, root);
      open.add(root);
    }
    while (!open.isEmpty()) {
      Method method = open.pop();
      Set<Method> next = new HashSet<>(calls.getOrDefault(method, Set.of()));
      next.addAll(lambdas.getOrDefault(new Method(method.owner(), method.name(), ""), Set.of()));
      for (Method target : next) {
        if (!removed.test(target) && calledBy.putIfAbsent(target, method) == null) {
          open.add(target);
        }
      }
    }
    return calledBy;
  }
}
